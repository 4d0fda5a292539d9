/** The lanes: consumers, the order of visibility, ticks, progress and replay. */
@NullMarked
package org.tocsin.stream.lane;

import org.jspecify.annotations.NullMarked;
