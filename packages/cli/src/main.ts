#!/usr/bin/env node
import module from "node:module";
import { createProgram } from "./program.js";
import { runProgram } from "./run-program.js";

/** From Node 22.8 on what was compiled once is kept in the system's temporary folder; `NODE_DISABLE_COMPILE_CACHE=1` refuses that. */
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };

enableCompileCache?.();
await runProgram(createProgram());
