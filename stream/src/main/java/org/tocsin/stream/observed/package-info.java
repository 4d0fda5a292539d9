/** The topic that says which episodes were observed: its producer and its consumer. */
@NullMarked
package org.tocsin.stream.observed;

import org.jspecify.annotations.NullMarked;
