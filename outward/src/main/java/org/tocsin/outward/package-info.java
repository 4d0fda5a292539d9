/**
 * The only way out: a guarded HTTP client. It reaches nothing but the public Internet and what the
 * operator allows by name, and no server can hold it up, fill its disk or send it elsewhere.
 */
@NullMarked
package org.tocsin.outward;

import org.jspecify.annotations.NullMarked;
