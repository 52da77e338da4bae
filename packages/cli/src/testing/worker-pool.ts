import { Worker } from "node:worker_threads";
import type { ScenarioResult } from "@irsa-sim/core";
import type { TestOneFlags } from "./test-one.js";
import type { TestRequest, TestResponse } from "./test-worker.js";
import { ThreadError } from "./thread-error.js";

/** A thread that tests one scenario at a time. */
export interface TestWorker {
  /** @throws {Error} what the scenario's test threw */
  test(request: TestRequest): Promise<ScenarioResult>;
}

/** Threads, all alike. */
export interface WorkerPool {
  readonly workers: readonly TestWorker[];
  /** Starts threads until there are so many. */
  grow(count: number): void;
  close(): Promise<void>;
}

/**
 * Creates an empty pool of threads that play as the flags say.
 *
 * @param opened folders in which scenarios may name files
 */
export function createWorkerPool(flags: TestOneFlags, opened: readonly string[]): WorkerPool {
  const threads: Worker[] = [];
  return {
    get workers() {
      return threads.map((thread): TestWorker => ({ test: (request) => ask(thread, request) }));
    },
    grow: (count) => {
      while (threads.length < count) threads.push(new Worker(new URL("./test-worker.js", import.meta.url), { workerData: { flags, opened } }));
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.terminate()))),
  };
}

function ask(thread: Worker, request: TestRequest): Promise<ScenarioResult> {
  return new Promise((resolve, reject) => {
    const onMessage = (response: TestResponse): void => {
      thread.off("error", reject);
      if ("result" in response) resolve(response.result);
      else reject(new ThreadError(response.error));
    };
    thread.once("message", onMessage);
    thread.once("error", reject);
    thread.postMessage(request);
  });
}
