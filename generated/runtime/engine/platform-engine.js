export { engine, sign } from "#engine";
