/** Sends files to the platform and shows what became of them. */
@NullMarked
package org.tocsin.launcher.submit;

import org.jspecify.annotations.NullMarked;
