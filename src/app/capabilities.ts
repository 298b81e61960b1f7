import { needs } from '#capabilities/needs/manifest.ts';
import { people } from '#capabilities/people/manifest.ts';
import { programme } from '#capabilities/programme/manifest.ts';
import { registry } from '#capabilities/registry/manifest.ts';
import { training } from '#capabilities/training/manifest.ts';
import { access } from '#platform/access/manifest.ts';
import { registryOf } from '#platform/commands/registry.ts';

/** Every capability of the programme, in the order of knowing. */
export const capabilities = registryOf([access, programme, people, registry, needs, training]);
