/** The servers' own files, as the build laid them out. */
@NullMarked
package org.tocsin.engines.server;

import org.jspecify.annotations.NullMarked;
