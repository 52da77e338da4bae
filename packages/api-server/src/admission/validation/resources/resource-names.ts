/**
 * What can be asked for, by name.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/helper
 */
import { canonicalQuantity, compareQuantities, DecodingError, nanosOf } from "@irsa-sim/kubernetes-types";
import { qualifiedName } from "../formats/labels.js";
import { isWhole } from "./amounts.js";

const HUGE_PAGES = "hugepages-";
const CONTAINER_NAMES = ["cpu", "memory", "ephemeral-storage"];
/** What is counted and so whole. */
const COUNTED = [
  "pods",
  "resourcequotas",
  "services",
  "replicationcontrollers",
  "secrets",
  "configmaps",
  "persistentvolumeclaims",
  "services.nodeports",
  "services.loadbalancers",
];
const STANDARD = [
  ...CONTAINER_NAMES,
  ...["requests", "limits"].flatMap((kind) => CONTAINER_NAMES.map((name) => `${kind}.${name}`)),
  ...COUNTED,
  "storage",
  "requests.storage",
];

/** A size of memory pages: `hugepages-2Mi`. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** Known to Kubernetes by itself. */
export function isStandard(name: string): boolean {
  return STANDARD.includes(name) || isHugePages(name) || name.startsWith(`requests.${HUGE_PAGES}`);
}

/** Known to Kubernetes by itself, and a container's to ask for. */
export function isForContainers(name: string): boolean {
  return CONTAINER_NAMES.includes(name) || isHugePages(name);
}

/** Without a domain, or of Kubernetes' own. */
export function isNative(name: string): boolean {
  return !name.includes("/") || name.includes("kubernetes.io/");
}

/** Of somebody else, as devices are. */
export function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith("requests.") && qualifiedName(`requests.${name}`).length === 0;
}

/** Whether more may be promised than there is. */
export function canBeOvercommitted(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** Whether only whole numbers make sense. */
export function isCounted(name: string): boolean {
  return COUNTED.includes(name) || isExtended(name);
}

/** Whether an amount of huge pages is a number of pages. */
export function isWholePages(name: string, quantity: string): boolean {
  const size = pageSizeOf(name);
  if (size === null || compareQuantities(size, "0") <= 0 || !isWhole(size)) return false;
  return wholeOf(quantity) % wholeOf(size) === 0n;
}

function pageSizeOf(name: string): string | null {
  try {
    return canonicalQuantity(name.slice(HUGE_PAGES.length));
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return null;
  }
}

/** Rounded up. */
function wholeOf(quantity: string): bigint {
  const nanos = nanosOf(quantity);
  return nanos > 0n ? (nanos + 999_999_999n) / 1_000_000_000n : nanos / 1_000_000_000n;
}
