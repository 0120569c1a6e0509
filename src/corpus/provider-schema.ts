import * as z from 'zod'
import type { ProviderSetting } from './config.ts'
import { key, listOf, says, text } from './config-values.ts'

const address = text.regex(/^https?:\/\/[^\s/]+/, {
  error: 'an address such as `https://api.example.com/v1`',
})
const variable = text.regex(/^[A-Za-z_]\w*$/, { error: 'the name of an environment variable' })

/** Who translates by machine; keys are named, never written here. */
export const provider: z.ZodType<ProviderSetting> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command').meta(says('A program that reads and writes lines of JSON.', 'command')),
    command: listOf(text).meta(
      says('The program and its arguments; no shell is between.', ['./translate.sh']),
    ),
  }),
  z.strictObject({
    kind: z.literal('chat').meta(says('A server that chats as OpenAI’s does.', 'chat')),
    url: address.meta(says('Its address, as far as `/chat/completions`.', 'https://api.example.com/v1')),
    model: text.meta(says('The model to ask.', 'gpt-4o-mini')),
    key: key(variable, 'The environment variable that holds the key.', 'OPENAI_API_KEY'),
  }),
  z.strictObject({
    kind: z.literal('deepl').meta(says('DeepL.', 'deepl')),
    url: address.meta(says('The address of its translation.', 'https://api-free.deepl.com/v2/translate')),
    key: variable.meta(says('The environment variable that holds the key.', 'DEEPL_KEY')),
  }),
])
