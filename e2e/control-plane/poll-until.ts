/** Waits for what other processes bring about, by asking again. */
const PAUSE_MS = 50;

/**
 * Asks until there is an answer.
 *
 * @param ask gives `null` as long as there is none
 * @throws {Error} that `what` did not come within `timeoutMs`
 * @example const pod = await pollUntil("the pod runs", async () => ((await phase()) === "Running" ? true : null));
 */
export async function pollUntil<Value>(what: string, ask: () => Promise<Value | null>, timeoutMs = 60_000): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
