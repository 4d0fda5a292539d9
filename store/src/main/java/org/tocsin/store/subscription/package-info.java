/** What people and machines want to hear of, as every process knows it. */
@NullMarked
package org.tocsin.store.subscription;

import org.jspecify.annotations.NullMarked;
