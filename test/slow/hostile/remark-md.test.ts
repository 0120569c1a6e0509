import { testAnswersOf } from '../../support/hostile-answers.ts'

await testAnswersOf('remark', 'md')
