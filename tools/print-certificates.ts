import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PrintedApart, PrintingWanted } from '#app/certificate-pdf.ts';

// A process of its own, started by src/app/certificate-pdf.ts. What people typed is handed as data and never becomes part of the
// document's own text: a name is a name, whatever signs it holds.
type Printer = Readonly<{ create(options: { workspace: string }): { pdf(document: object, options: object): Uint8Array } }>;

const require = createRequire(import.meta.url);

process.once('message', ({ faces }: PrintingWanted) => {
	tell(printed(faces), () => process.disconnect());
});

function printed(faces: PrintingWanted['faces']): PrintedApart {
	try {
		// The platform package alone is published for this version; see docs/decisions/09.
		const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as { NodeCompiler: Printer };
		const mainFileContent = readFileSync(join(import.meta.dirname, 'certificate.typ'), 'utf8');
		const pdf = NodeCompiler.create({ workspace: import.meta.dirname }).pdf(
			{ mainFileContent, inputs: { faces: JSON.stringify(faces) } },
			{ pdfStandard: 'ua-1', creationTimestamp: 0 },
		);
		return { pdf: new Uint8Array(pdf) };
	} catch (failure) {
		return { failed: failure instanceof Error ? failure.message : String(failure) };
	}
}

function tell(told: PrintedApart, then: () => void): void {
	process.send?.(told, then);
}
