import { render } from 'preact'
import { App } from './app.tsx'
import { connect } from './connection.ts'

connect()
const place = document.getElementById('app')
if (place) render(<App />, place)
