import { list, text } from "@irsa-sim/core/schema";

/** Somebody applies files. */
export const applySchema = list(text("a file"), "a list of files").describe("Kubernetes YAML or JSON files, as for kubectl create -f");
