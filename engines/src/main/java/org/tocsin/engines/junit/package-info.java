/**
 * The engines for integration tests: {@code @UseEngines(KAFKA)} on a test class is all it takes.
 */
@NullMarked
package org.tocsin.engines.junit;

import org.jspecify.annotations.NullMarked;
