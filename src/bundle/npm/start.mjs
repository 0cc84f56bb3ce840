#!/usr/bin/env node
// Starts the server on the runtime in this package, else on a Java 17 or newer of this machine. Nothing is downloaded.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST = 17;
const here = dirname(fileURLToPath(import.meta.url));
const windows = process.platform === "win32";
const program = windows ? "java.exe" : "java";
const lib = (name) => join(here, "lib", name);

/** The feature release of the Java home that a program belongs to, 0 when its release file does not tell. */
function release(java) {
  try {
    const home = dirname(dirname(realpathSync(java)));
    const told = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(readFileSync(join(home, "release"), "utf8"));
    return told ? Number(told[1]) : 0;
  } catch {
    return 0;
  }
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

/** A Java that says it is too old is passed over; one that says nothing is tried last. */
function installed() {
  const homes = [process.env.JAVA_HOME, process.env.JDK_HOME].filter(Boolean).map((home) => join(home, "bin"));
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = [...homes, ...folders].map((folder) => join(folder, program)).filter(isFile);
  return found.find((java) => release(java) >= OLDEST) ?? found.find((java) => release(java) === 0);
}

const own = join(here, "runtime", "bin", program);
const bundled = isFile(own);
const java = bundled ? own : installed();
if (!java) {
  console.error(`wan-video-mcp needs Java ${OLDEST} or newer: install one (for instance from adoptium.net), or set JAVA_HOME.`);
  process.exit(127);
}

// The runtime of the package has its flags within. A server of one client starts fastest and sits lightest with these; a
// command such as http may run for long, which takes the optimising compiler.
const light = /^(--|$)/.test(process.argv[2] ?? "") ? ["-Xms16m", "-XX:TieredStopAtLevel=1"] : [];
const options = bundled
  ? [`-XX:AOTCache=${lib("wan-video-mcp.aot")}`]
  : ["-XX:+UseSerialGC", "-XX:-UsePerfData", ...light];
const server = spawn(java, [...options, "-jar", lib("wan-video-mcp.jar"), ...process.argv.slice(2)], {
  stdio: "inherit",
  windowsHide: true,
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("error", (failure) => {
  console.error(`wan-video-mcp: ${java} does not start: ${failure.message}`);
  process.exit(127);
});
server.on("exit", (code, signal) => {
  process.exit(code ?? (signal ? 1 : 0));
});
