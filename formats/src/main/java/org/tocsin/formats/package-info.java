@NullMarked
package org.tocsin.formats;

import org.jspecify.annotations.NullMarked;
