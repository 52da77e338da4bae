import { type FieldProblem, invalid, required } from "../../field-problem.js";
import type { PodSpec } from "../../pod.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { findIpProblems } from "../formats/ip-address.js";
import { isLongerThan } from "../formats/is-longer-than.js";
import { underscoredSubdomain } from "../formats/names.js";

const MAX_SERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_CHARACTERS = 2048;

/** Problems of how a pod finds names. */
export function* findDnsProblems({ dnsPolicy, dnsConfig }: PodSpec, field: string): Generator<FieldProblem> {
  if (dnsPolicy === "None" && dnsConfig === undefined) return yield required(field, "must provide `dnsConfig` when `dnsPolicy` is None");
  const { nameservers = [], searches = [], options = [] } = dnsConfig ?? {};
  if (dnsPolicy === "None" && nameservers.length === 0) {
    return yield required(`${field}.nameservers`, "must provide at least one DNS nameserver when `dnsPolicy` is None");
  }
  if (nameservers.length > MAX_SERVERS) yield invalid(`${field}.nameservers`, nameservers, `must not have more than ${MAX_SERVERS} nameservers`);
  for (const [index, server] of nameservers.entries()) yield* findIpProblems(server, `${field}.nameservers[${index}]`);
  yield* findSearchesProblems(searches, `${field}.searches`);
  for (const [index, { name = "" }] of options.entries()) if (name === "") yield required(`${field}.options[${index}]`, "must not be empty");
}

function* findSearchesProblems(searches: readonly string[], field: string): Generator<FieldProblem> {
  if (searches.length > MAX_SEARCHES) yield invalid(field, searches, `must not have more than ${MAX_SEARCHES} search paths`);
  if (isLongerThan(searches.join(" "), MAX_SEARCH_CHARACTERS)) {
    yield invalid(field, searches, `must not have more than ${MAX_SEARCH_CHARACTERS} characters (including spaces) in the search list`);
  }
  for (const [index, search] of searches.entries()) {
    if (search !== ".") yield* findFormatProblems(underscoredSubdomain, `${field}[${index}]`, search.replace(/\.$/, ""));
  }
}
