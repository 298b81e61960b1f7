/** What a person may be in a scope. Each capability's `access.ts` says what each role may do. */
export const ROLES = ['administrator', 'coordinator', 'animator', 'leader', 'member', 'donor'] as const;
export type Role = (typeof ROLES)[number];

/** The scope of the house itself: only administrators hold a role there. */
export const PLATFORM_SCOPE = '00000000-0000-7000-8000-000000000001';
