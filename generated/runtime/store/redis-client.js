/** How to send commands with a client; null for what is none. */
export function commandSender(client) {
    if (typeof client === "function")
        return async (command, key) => client(command, key);
    if (typeof client !== "object" || client === null)
        return null;
    // ioredis has a `sendCommand` too, which takes something else.
    const call = Reflect.get(client, "call");
    if (typeof call === "function")
        return async (command) => call.apply(client, command);
    const send = Reflect.get(client, "sendCommand");
    return typeof send === "function" ? async (command) => send.call(client, command) : null;
}
