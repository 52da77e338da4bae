// Plays case after case in one process: the built command, as if started anew each time, with its output caught. Answers the parent with what each left behind.
const MAIN = new URL("../../packages/cli/dist/main.js", import.meta.url).href;

process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
const write = process.stdout.write;
const writeError = process.stderr.write;

process.on("message", async ({ seed, args, cwd }) => {
  const output = { stdout: "", stderr: "" };
  process.stdout.write = catching(output, "stdout");
  process.stderr.write = catching(output, "stderr");
  process.argv = [process.execPath, "irsa-sim", ...args];
  process.chdir(cwd);
  process.exitCode = undefined;
  const before = process.cpuUsage();
  try {
    await import(`${MAIN}?seed=${seed}`);
  } catch (error) {
    output.stderr += `thrown: ${error?.stack}`;
    process.exitCode = 4;
  }
  const { user, system } = process.cpuUsage(before);
  process.stdout.write = write;
  process.stderr.write = writeError;
  process.send({ seed, code: process.exitCode ?? 0, ...output, cpuMs: (user + system) / 1000, maxRssBytes: process.resourceUsage().maxRSS * 1024 });
});

/** A stream's `write` that keeps the text. */
function catching(output, name) {
  return (chunk, encoding, done) => {
    output[name] += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    const called = typeof encoding === "function" ? encoding : done;
    called?.();
    return true;
  };
}
