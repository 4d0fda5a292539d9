/** Which indices there are: names, mappings, months, generations, and when they come and go. */
@NullMarked
package org.tocsin.store.index;

import org.jspecify.annotations.NullMarked;
