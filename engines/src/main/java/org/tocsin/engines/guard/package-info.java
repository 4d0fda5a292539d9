/** What runs inside every child process: it notices that its parent is gone. JDK classes only. */
@NullMarked
package org.tocsin.engines.guard;

import org.jspecify.annotations.NullMarked;
