/** A running Tocsin on this machine: engines, platform, and the notes kept about them. */
@NullMarked
package org.tocsin.launcher.run;

import org.jspecify.annotations.NullMarked;
