import { testGrowthOf } from '../../support/growth.ts'

await testGrowthOf('mdx')
