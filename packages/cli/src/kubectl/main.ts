#!/usr/bin/env node
import { runProgram } from "../run-program.js";
import { createPlugin } from "./create-plugin.js";

await runProgram(createPlugin());
