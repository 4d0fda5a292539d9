/** What people and rules decided, and the entities as they stand after it. */
@NullMarked
package org.tocsin.store.decision;

import org.jspecify.annotations.NullMarked;
