// Makes Piton's renditions of a picture each time a line comes in, and says how many microseconds of processor time that took.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

const source = await readFile(process.argv[2]);
const { width } = await sharp(source).metadata();

async function makeRenditions() {
  const picture = sharp(source, { failOn: 'error' }).autoOrient();
  await picture.clone().webp({ quality: 85, effort: 4 }).toBuffer();
  for (const smaller of [1600, 800, 320].filter((most) => most < width)) {
    await picture.clone().resize(smaller).webp({ quality: 80, effort: 2 }).toBuffer();
  }
}

for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  await makeRenditions();
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
}
