// Loaded before a command, it writes to the fourth stream what the process used, all its threads together.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: Math.round(maxRSS / 1024) }));
});
