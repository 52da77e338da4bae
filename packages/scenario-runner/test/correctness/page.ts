import { fitLines } from "../../../../scripts/docs/fit-lines.mjs";
import type { Question } from "./questions.js";
import type { Subject } from "./subject.js";

/** One row of the page. */
export interface Row {
  readonly question: Question;
  /** As the simulator says it. */
  readonly expected: string;
  readonly simulator: string;
  /** `null` when moto was not asked. */
  readonly moto: { readonly answer: string; readonly isRight: boolean } | null;
}

/** docs/correctness.md. */
export function renderPage(rows: readonly Row[], motoVersion: string): string {
  const right = (are: readonly boolean[]): string => `${are.filter(Boolean).length} of ${are.length}`;
  const lines = rows.map(
    ({ question, expected, simulator, moto }, index) =>
      `| ${index + 1} | ${question.name} | ${question.section} | ${cell(expected)} | ${mark(simulator === expected)} | ${moto === null ? "not asked" : `${mark(moto.isRight)} ${moto.isRight ? "" : cell(moto.answer)}`.trim()} |`,
  );
  return fitLines(`<!-- Written by: npx -y pnpm@12 correctness. Do not edit. -->
# Correctness

The same tokens and requests, put to this simulator and to moto ${motoVersion}; beside each, what AWS answers.
AWS's answers are those of the fact sheet on STS and IAM, in the section named; where the sheet marks one as unconfirmed, docs/fidelity.md says so.

Right: irsa-sim ${right(rows.map(({ expected, simulator }) => simulator === expected))}, moto ${right(rows.map(({ moto }) => moto?.isRight === true))}.

moto does not set out to verify tokens or signatures unless told to: it is made for tests of programs that call AWS, where every call should succeed.
Its server takes an unsigned request without an action that it knows for one to S3.

| | the token or request | section | AWS | irsa-sim | moto |
| --- | --- | --- | --- | --- | --- |
${lines.join("\n")}
`);
}

function mark(isRight: boolean): string {
  return isRight ? "right" : "wrong:";
}

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("*", String.raw`\*`);
}

/** An answer as the page and the expectations write it. */
export function inWords({ status, code, message }: Awaited<ReturnType<Question["ask"]>>): string {
  return `${status}${code === null ? "" : ` ${code}`}${message === null || code === null ? "" : `: ${message}`}`;
}

/** What one subject answers to all questions, and whether it is right. */
export async function askAll(questions: readonly Question[], subject: Subject): Promise<readonly { readonly answer: string; readonly isRight: boolean }[]> {
  const answers = [];
  for (const question of questions) {
    const expected = question.expected(subject);
    const answer = inWords(await question.ask(subject));
    answers.push({ answer, isRight: answer === expected });
  }
  return answers;
}
