import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    globalSetup: 'test/support/temporary.ts',
    testTimeout: 600_000,
  },
})

export default config
