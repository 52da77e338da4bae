import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMoto, startMoto } from "./moto.js";
import { askAll, inWords, renderPage } from "./page.js";
import { QUESTIONS } from "./questions.js";
import { setUp } from "./set-up.js";
import { createSimulator } from "./simulator.js";
import type { Subject } from "./subject.js";

const PAGE = new URL("../../../../docs/correctness.md", import.meta.url).pathname;
const RECORDED = new URL("moto-answers.json", import.meta.url).pathname;
/** `pnpm correctness` asks moto again and writes what it says; without it, what was recorded counts. */
const isRecording = process.env.npm_lifecycle_event === "correctness";

interface Recorded {
  readonly version: string;
  readonly answers: Readonly<Record<string, { readonly answer: string; readonly isRight: boolean }>>;
}

let simulator: Subject;
let recorded: Recorded = existsSync(RECORDED) ? (JSON.parse(readFileSync(RECORDED, "utf8")) as Recorded) : { version: "", answers: {} };
beforeAll(async () => {
  simulator = await createSimulator();
  await setUp(simulator);
});
afterAll(() => simulator.close());

describe("the simulator answers as AWS does", () => {
  test.each(QUESTIONS)("$name", async ({ expected, ask }) => {
    expect(inWords(await ask(simulator))).toBe(expected(simulator));
  });
});

const version = isRecording ? findMoto() : null;
test.runIf(version !== null)("moto, asked again", { timeout: 60_000 }, async () => {
  const moto = await startMoto(version ?? "");
  try {
    await setUp(moto);
    const answers = await askAll(QUESTIONS, moto);
    recorded = {
      version: version ?? "",
      answers: Object.fromEntries(QUESTIONS.flatMap(({ name }, index) => (answers[index] ? [[name, answers[index]]] : []))),
    };
    await expect(`${JSON.stringify(recorded, null, 2)}\n`).toMatchFileSnapshot(RECORDED);
  } finally {
    await moto.close();
  }
});

test("docs/correctness.md says what is so", async () => {
  const answers = await askAll(QUESTIONS, simulator);
  const rows = QUESTIONS.map((question, index) => ({
    question,
    expected: question.expected(simulator),
    simulator: answers[index]?.answer ?? "",
    moto: recorded.answers[question.name] ?? null,
  }));
  await expect(renderPage(rows, recorded.version)).toMatchFileSnapshot(PAGE);
});
