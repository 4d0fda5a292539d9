/** Child processes: how one is started, kept alive, and stopped without leaving an orphan. */
@NullMarked
package org.tocsin.engines.process;

import org.jspecify.annotations.NullMarked;
