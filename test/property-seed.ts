import fc from 'fast-check'

/**
 * Every run of the suite tries the same examples, so that it says something about the change it runs on and about nothing
 * else. `PROPERTY_SEED=random` looks for new ones, `PROPERTY_SEED=42` repeats a run; a failure prints its seed either way.
 */
const wanted = process.env.PROPERTY_SEED ?? '20261123'
if (wanted !== 'random') fc.configureGlobal({ seed: Number.parseInt(wanted, 10) })
