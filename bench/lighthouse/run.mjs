// Lighthouse on a phone, signed in as one of the demo's people: node run.mjs http://localhost:8000
import puppeteer from "puppeteer-core";
import lighthouse from "lighthouse";

const base = process.argv[2] ?? "http://localhost:8000";
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
});
const page = await browser.newPage();
const onlyCategories = ["performance", "accessibility", "best-practices"];

async function measure(name, address) {
  const told = await lighthouse(address, { onlyCategories, disableStorageReset: true, logLevel: "error" }, undefined, page);
  const { categories, audits } = told.lhr;
  const scores = onlyCategories.map((one) => Math.round(categories[one].score * 100));
  console.log([name, ...scores, audits["largest-contentful-paint"].displayValue, audits["total-blocking-time"].displayValue].join(" | "));
  for (const one of onlyCategories) {
    for (const { id, weight } of categories[one].auditRefs) {
      const { score, title } = audits[id];
      if (weight && score !== null && score < 0.9) console.log(`   ${one}: ${title}`);
    }
  }
}

await page.goto(`${base}/sign-in/`);
const signIn = page.url();
await measure("sign-in", signIn);
await page.goto(signIn);
await Promise.all([page.waitForNavigation(), page.click('form[action$="/demo/cm/"] button')]);
const file = await page.$eval('main a[href^="/files/"]', (link) => link.href);
await measure("Today", `${base}/`);
await measure("file page", file);
await measure("Facts", `${base}/facts/`);
await browser.close();
