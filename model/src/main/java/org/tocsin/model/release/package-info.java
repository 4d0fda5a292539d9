/** What of an entity leaves the node as STIX. */
@NullMarked
package org.tocsin.model.release;

import org.jspecify.annotations.NullMarked;
