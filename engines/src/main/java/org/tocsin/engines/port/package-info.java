/** Loopback ports: which one to take, and who holds one that is taken. */
@NullMarked
package org.tocsin.engines.port;

import org.jspecify.annotations.NullMarked;
