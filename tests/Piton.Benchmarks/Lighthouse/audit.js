// Audits a page as a phone and as a desktop, and prints a line of JSON for each: the scores of its categories, 0 to 100, and the audits that cost points.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [address] = process.argv.slice(2);
const chrome = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
try {
  for (const [device, config] of [["phone", undefined], ["desktop", desktopConfig]]) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" }, config);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
    const weights = new Map(Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.map(({ id, weight }) => [id, weight])));
    const short = Object.values(lhr.audits).filter(({ id, score }) => score !== null && score < 0.9 && weights.get(id) > 0).map(({ id, displayValue }) => `${id} ${displayValue ?? ""}`.trim());
    console.log(JSON.stringify({ device, scores, short }));
  }
} finally {
  await chrome.kill();
}
