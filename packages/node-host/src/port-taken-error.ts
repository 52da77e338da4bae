import { SimulatorError } from "@irsa-sim/core";

/** Somebody else listens on the port. */
export class PortTakenError extends SimulatorError {
  override readonly code = "ERR_PORT_TAKEN";
  readonly port: number;

  constructor(port: number, address: string) {
    super(`${address}:${port} is taken: another program listens there`, { hint: "stop that program, or choose another port; port 0 takes any that is free" });
    this.port = port;
  }
}
