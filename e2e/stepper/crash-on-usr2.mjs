// Preloaded by a test: lets the process come to an error that nobody catches.
process.on("SIGUSR2", () => {
  throw new Error("an error that nobody catches");
});
