import type { Visitor } from '#platform/access/door/visitor.ts';
import type { Language } from '#kernel/language.ts';
import type { App as TheApp } from '#app/server.ts';

declare global {
	namespace App {
		interface Locals {
			app: TheApp;
			language: Language;
			visitor: Visitor | undefined;
		}
		interface Error {
			message: string;
		}
	}
}

export {};
