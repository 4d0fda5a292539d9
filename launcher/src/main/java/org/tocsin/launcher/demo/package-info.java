/** A scripted day on a local node, played through the same API everybody else uses. */
@NullMarked
package org.tocsin.launcher.demo;

import org.jspecify.annotations.NullMarked;
