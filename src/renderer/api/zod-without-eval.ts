import { z } from 'zod'

// The page's policy forbids evaluating code, and zod tries it when a schema is made: this must be imported first.
z.config({ jitless: true })
