import { bodyText, type HttpResponse, type Subject } from "@irsa-sim/core";

/** Remembers to whom STS gave which key, so that what is signed with it later is told of the same pod. */
export interface KeyOwners {
  /** Reads the key in an answer of STS. */
  learn(response: HttpResponse, owner: Subject): void;
  ownerOf(accessKeyId: string): Subject | null;
}

const MAX_KEYS = 10_000;
const ACCESS_KEY = /<AccessKeyId>(\w+)<\/AccessKeyId>/;

/** Creates an empty memory; the oldest keys are forgotten first. */
export function createKeyOwners(): KeyOwners {
  const owners = new Map<string, Subject>();
  return {
    learn(response, owner) {
      const key = response.status === 200 ? ACCESS_KEY.exec(bodyText(response))?.[1] : undefined;
      if (key === undefined) return;
      // A part of a text keeps the whole text in memory; a new one does not.
      owners.set([...key].join(""), owner);
      const [oldest] = owners.keys();
      if (owners.size > MAX_KEYS && oldest !== undefined) owners.delete(oldest);
    },
    ownerOf: (accessKeyId) => owners.get(accessKeyId) ?? null,
  };
}
