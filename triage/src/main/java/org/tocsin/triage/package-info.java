@NullMarked
package org.tocsin.triage;

import org.jspecify.annotations.NullMarked;
