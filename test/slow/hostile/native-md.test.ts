import { testAnswersOf } from '../../support/hostile-answers.ts'

await testAnswersOf('native', 'md')
