import { Worker } from "node:worker_threads";
import type { ScenarioResult } from "@irsa-sim/core";
import type { PlayFlags } from "./test-one.js";
import type { TestRequest, TestResponse } from "./test-worker.js";

/** A thread that tests one scenario at a time. */
export interface TestWorker {
  /** @throws {Error} what the scenario's test threw */
  test(request: TestRequest): Promise<ScenarioResult>;
}

/** Threads, all alike. */
export interface WorkerPool {
  readonly workers: readonly TestWorker[];
  close(): Promise<void>;
}

/** Starts threads that play as the flags say. */
export function createWorkerPool(count: number, flags: PlayFlags): WorkerPool {
  const threads = Array.from({ length: count }, () => new Worker(new URL("./test-worker.js", import.meta.url), { workerData: { flags } }));
  return {
    workers: threads.map((thread) => ({ test: (request) => ask(thread, request) })),
    close: async () => void (await Promise.all(threads.map((thread) => thread.terminate()))),
  };
}

function ask(thread: Worker, request: TestRequest): Promise<ScenarioResult> {
  return new Promise((resolve, reject) => {
    const onMessage = (response: TestResponse): void => {
      thread.off("error", reject);
      if ("result" in response) resolve(response.result);
      else reject(response.error);
    };
    thread.once("message", onMessage);
    thread.once("error", reject);
    thread.postMessage(request);
  });
}
