/** A real kube-apiserver's recordings, and ours beside it with the same objects; the recordings stand beside the repository and are never copied into it. */
import { existsSync, readFileSync } from "node:fs";
import { bodyText } from "@irsa-sim/core";
import { described } from "./described.test-support.js";
import { type ClusterRequest, createOurCluster, type FirstObject } from "./our-cluster.test-support.js";

/** A request and what the real server answered. */
export interface RecordedCase {
  readonly name: string;
  readonly request: ClusterRequest;
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly [member: string]: unknown };
}

const FOLDER = new URL("../../../../../shared/conformance/kubernetes/", import.meta.url);

/** Whether the recordings are there; who reads them skips otherwise, and says so. */
export const isRecorded = existsSync(FOLDER);
if (!isRecorded) console.info("recordings of kube-apiserver are skipped: the folder shared/conformance/kubernetes is not beside the repository");

/** Of the API server that was recorded. */
export const RECORDED_ISSUER = "https://kube.example.test:6443";

const read = <Value>(file: string): Value => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Value;

/** The cases of a file; none where the recordings are not there. */
export function recordedCases(file: string): readonly RecordedCase[] {
  return isRecorded ? read<{ readonly cases: readonly RecordedCase[] }>(file).cases : [];
}

/** What there was before the cases; nothing where the recordings are not there. */
export function recordedObjects(): readonly FirstObject[] {
  return isRecorded ? read<{ readonly created: readonly FirstObject[] }>("objects.json").created : [];
}

/** An API server as it was when the recordings were made, with the same objects. */
export async function recordedCluster(): Promise<{ answer(request: ClusterRequest): Promise<unknown> }> {
  const { send, uids } = await createOurCluster({ issuer: RECORDED_ISSUER, objects: recordedObjects() });
  return {
    answer: async (request) => {
      const { status, headers, body } = await send(request);
      return described({ status, headers, body: bodyText({ body }) }, uids);
    },
  };
}
