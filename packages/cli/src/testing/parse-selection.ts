import { InvalidArgumentError } from "commander";
import type { Selection } from "./select-scenarios.js";

/**
 * Reads `--filter`: text that the name contains, or `/regular expression/`.
 *
 * @throws {InvalidArgumentError} when the expression is none
 */
export function parseFilter(text: string): RegExp {
  const expression = /^\/(.+)\/$/.exec(text)?.[1] ?? text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  try {
    return new RegExp(expression, "u");
  } catch (error) {
    if (error instanceof SyntaxError) throw new InvalidArgumentError(`not a regular expression: ${error.message}.`);
    throw error;
  }
}

/** Reads `--tag a,!b`. */
export function parseTags(text: string): Selection["tags"] {
  const tags = text
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return { wanted: tags.filter((tag) => !tag.startsWith("!")), unwanted: tags.filter((tag) => tag.startsWith("!")).map((tag) => tag.slice(1)) };
}

/**
 * Reads `--shard 2/3`.
 *
 * @throws {InvalidArgumentError} for anything else
 */
export function parseShard(text: string): Selection["shard"] {
  const [, index = "", count = ""] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index < 1 || shard.index > shard.count) throw new InvalidArgumentError(`a shard is such as 2/3, found "${text}".`);
  return shard;
}
