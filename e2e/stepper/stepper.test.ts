/** The stepper as somebody at a terminal meets it: every test drives the real command in a pseudo-terminal. */
import { afterEach, describe, expect, test } from "vitest";
import { openPseudoTerminal, type PseudoTerminal } from "./pseudo-terminal.js";

const RESTORED = { isAlternateScreen: false, isCursorVisible: true, wraps: true, isCooked: true };
/** A machine with other work takes its time. */
const TIMEOUT_MS = 60_000;

let terminal: PseudoTerminal | null = null;

afterEach(async ({ task }) => {
  // What somebody in front of it would have seen.
  if (task.result?.state === "fail") console.error(await terminal?.screen());
  await terminal?.close();
  terminal = null;
});

/** Opens the stepper and waits until it is there. */
async function open(args: string, { columns = 80, rows = 24, ...options }: Parameters<PseudoTerminal["start"]>[1] & { columns?: number; rows?: number } = {}) {
  terminal = await openPseudoTerminal(columns, rows);
  await terminal.start(args, options);
  await terminal.shows(args.startsWith("lesson") ? "Enter predict" : "Enter → next");
  return terminal;
}

describe("walking", { timeout: TIMEOUT_MS }, () => {
  test.each([
    { name: "arrows", forward: "Right", back: "Left" },
    { name: "a clicker", forward: "NPage", back: "PPage" },
    { name: "Enter and b", forward: "Enter", back: "b" },
  ])("forward and back with $name", async ({ forward, back }) => {
    const { press, shows, end } = await open("step basic");
    await shows(" 1/18");
    await press(forward);
    await shows(" 2/18");
    await press(back);
    await shows(" 1/18");
    await press(back);
    await shows("this is the first message");
    await press("q");
    expect(await end()).toEqual({ code: 0, ...RESTORED });
  });

  test("to a step, to the refusal, to the end; a key without a meaning says so", async () => {
    const { press, shows, end } = await open("step trust-sub-mismatch");
    await press("4");
    await shows("▸4");
    await press("!");
    await shows("AWS says");
    await press("z");
    await shows('"z" does nothing here; ? shows the keys');
    await press("End", "Right");
    await shows("this is the last message");
    await press("q");
    expect(await end()).toEqual({ code: 0, ...RESTORED });
  });

  test("the panes, and help", async () => {
    const { press, shows } = await open("step trust-sub-mismatch", { columns: 120, rows: 40 });
    await press("!", "c");
    await shows("system:serviceaccount:prod:my-service-account");
    await press("?");
    await shows("another pane");
    await press(...Array.from({ length: 6 }, () => "Down"));
    await shows("apply the scenario's fix");
    await press("Escape");
    await shows("[Checks]");
  });

  test("search finds what a message says, and goes there", async () => {
    const { press, type, shows } = await open("step basic");
    await press("/");
    await type("hello.txt");
    await shows("GetObject");
    await press("Enter");
    await shows("▸9");
  });
});

describe("changing", { timeout: TIMEOUT_MS }, () => {
  test("break something, then take it back", async () => {
    const { press, type, shows } = await open("step basic");
    await press("x");
    await type("coredns");
    await shows("▸ CoreDNS does not answer");
    await press("Enter");
    await shows("refused in step 6");
    await press("f");
    await shows("played again: nothing is refused");
  });

  test("the scenario's fix", async () => {
    const { press, shows } = await open("step trust-sub-mismatch");
    await press("f");
    await shows("played again: nothing is refused");
    await press("f");
    await shows("✎ fixed");
  });

  test("a document in the user's editor, whose changes stay off the disk", async () => {
    const { press, type, shows, end } = await open("step basic", { environment: `EDITOR='sed -i s/sts:AssumeRoleWithWebIdentity/sts:AssumeRole/'` });
    await press("x");
    await type("edit trust");
    await shows("▸ Edit ");
    await press("Enter");
    await shows("refused in step 7");
    await press("q");
    expect(await end()).toEqual({ code: 0, ...RESTORED });
  });

  test("a document that is no scenario any more is told, and all stays as it was", async () => {
    const { press, type, shows } = await open("step basic", { environment: "EDITOR='sed -i s/Allow/Permit/'" });
    await press("x");
    await type("edit trust");
    await press("Enter");
    await shows("Permit");
    await press("Escape");
    await shows("Enter → next");
  });
});

describe("lessons", { timeout: TIMEOUT_MS }, () => {
  test("question, hint, prediction, answer; nothing tells how it ends before", async () => {
    const { press, shows, end } = await open("lesson workshop");
    const asked = await shows("h shows a hint");
    expect(asked).not.toMatch(/trust-sub-mismatch|✘|✔/);
    await press("h");
    await shows("hint 1");
    await press("Enter");
    await shows("In which step is it refused?");
    await press("7");
    await shows("And what is the cause?");
    await press("1");
    await shows(/\d of 5 points/);
    await press("N");
    await shows("lesson 2 of");
    await press("C-c");
    expect((await end()).code).toBe(0);
  });
});

describe("the terminal's size", { timeout: TIMEOUT_MS }, () => {
  test("another size at once shows the same place in another layout", async () => {
    const { press, shows, resize } = await open("step trust-sub-mismatch");
    await press("!");
    await shows("▸7");
    await resize(200, 50);
    // The keys are the last row, so all above them is there.
    expect(await shows("0-9 step")).toContain("refused here");
    await resize(50, 12);
    await shows("irsa-sim step needs 60");
    await resize(80, 24);
    await shows("▸7");
  });
});

describe("however it ends, the terminal is as it was", { timeout: TIMEOUT_MS }, () => {
  test.each([
    { name: "q", how: { press: "q" }, code: 0 },
    { name: "Ctrl-C", how: { press: "C-c" }, code: 0 },
    { name: "a termination", how: { signal: "SIGTERM" }, code: 143 },
    { name: "a lost line", how: { signal: "SIGHUP" }, code: 129 },
    { name: "a crash", how: { signal: "SIGUSR2" }, code: 1 },
  ] as const)("$name", async ({ how, code }) => {
    const { press, kill, end } = await open("step basic", { crashes: true });
    if ("press" in how) await press(how.press);
    else kill(how.signal);
    expect(await end()).toEqual({ code, ...RESTORED });
  });
});
