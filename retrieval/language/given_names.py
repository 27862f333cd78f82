"""Given names of other peoples by which a foreign name is told where no word around it says that a person follows.

The table began as the first words of the foreign names that 20,000 Vietnamese articles introduce with an office or a
word of address, at least twice and of two persons; words that also begin names of places, companies and ships were
taken out, and common names of the same languages added.
"""

from __future__ import annotations

from retrieval.language.name_tables import words

GIVEN_NAMES = words("""
    Aaron Abbas Abd Abdel Abdul Abdulla Abdullah Abhinandan Abhisit Abigail Abiy Abraham Adam Adel Adolf Adrian Ahmad
    Ahmed Ahmet Akihito Akira Alaeddin Alain Alan Alastair Albert Alejandro Aleksander Aleksei Aleksey Alessandro Alex
    Alexander Alexandr Alexandre Alexei Alexey Alfonso Alfred Ali Alice Alicia Alison Allen Allison Alvin Amanda Amber
    Amelia Amin Amir Amy Anastasia Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andrzej Andy
    Angela Angelina Anifah Anita Ann Anna Anne Annie Anthony Anton Antoni Antonio Antony Antti António Anupong Anwar
    Ariana Ariel Arnold Arthur Arturo Ashley Ashraf Ashton Aswin Audrey Aung Avigdor Awad Aziz Babak Bahram Bambang
    Barack Barbara Barry Bashar Basuki Beatrice Bella Ben Benedict Benigno Benjamin Benny Benoît Bernard Bernardo
    Bernhard Bernie Bertha Bertrand Betty Beyonce Bhumibol Bikram Bill Billy Binali Binyamin Bob Bobby Bonnie Boris
    Bounnhang Brad Bradley Brandon Brenda Brendan Brenton Brett Brian Bridget Brigitte Brooke Bruce Bruno Bryan Byron
    Calvin Cameron Camilla Candice Carl Carla Carles Carlo Carlos Carmen Carol Carola Caroline Carrie Carter Casey
    Catherine Cathy Cecilia Celine Cesar Chalermchai Chandra Channing Charles Charlie Charlotte Cheryl Chloe Chris
    Christian Christina Christine Christoph Christophe Christopher Chrystia Chuck Cindy Claire Clara Clarence Claudia
    Claudio Clive Cody Colin Colleen Collin Connor Conrad Constantino Courtney Craig Cristiano Cristina Curt Curtis
    Cynthia Cyril César Daisy Damian Damon Dan Daniel Daniela Danielle Danny Daphne Dara Darius Darrell Darren Dave
    David Dean Debbie Deborah Delfin Denis Denise Dennis Derek Derrick Desmond Devin Diana Diane Didier Dieter Dirk
    Dmitri Dmitry Dmytro Dolores Dominic Dominique Donald Donna Doris Dorothy Doug Douglas Duncan Dustin Dwight Dylan
    Ebba Eddie Edgar Edgard Edith Edmund Edouard Eduardo Edward Edwin Ekaterina Ekkapol Elaine Eleanor Elena Elijah
    Elisa Eliza Elizabeth Ella Ellen Ellie Elliot Elon Elton Emil Emily Emma Emmanuel Emmanuelle Emmerson Enrique Enzo
    Eric Erica Erik Erin Erna Ernest Ernesto Erwin Esteban Esther Ethan Euan Eugene Eugenie Eva Evan Evelyn Evgeny
    Fabian Fabio Faisal Farhan Farhana Farzana Fayez Federica Federico Felipe Felix Fernando Fethullah Fidel
    Fiona Florian Francis Francisco Francois Frank Frants Franz François Fred Freddy Frederick Friedrich Fumihito
    Fumio Gabor Gabriel Gareth Garry Gary Gavin Gemma Gennady Geoffrey George Georgina Gerald Gerard Gerhard Gerry
    Gianni Gideon Gilbert Gina Giorgi Giovanni Giuseppe Gleb Glenn Gloria Gonzalo Gordon Grace Graham Grant Greg
    Gregory Grigory Guido Guillaume Gustav Gustavo Gwyneth Günter Haidar Haider Hakeem Halimah Hamid Hamza Hanan
    Hannah Hans Harold Harriet Harry Harvey Hassan Heather Hector Heiko Heinz Helen Helena Helmut Henri Henrik Henry
    Herbert Herman Hideki Hilda Hillary Hiroshi Hishammuddin Holly Horacio Horst Hossein Howard Htin Hubert Hugo
    Hulusi Huma Humphrey Hunter Ian Ibrahim Ignacio Igor Ilham Ilhan Ilya Imran Ingrid Irene Irina Iris Isaac Isabel
    Isabella Isao Ismail Itsunori Ivan Ivana Ivanka Jacinda Jacinta Jack Jackie Jacob Jacques Jaime Jair Jake
    Jamal James Jamie Jan Jane Janet Janice Jared Jasmine Jason Jasper Javad Javier Jean Jeanette Jeanne Jeannie
    Jedsada Jeff Jeffrey Jen Jenna Jennifer Jenny Jens Jeremy Jerome Jerry Jerzy Jesse Jessica Jill Jim Jimmy Joachim
    Joan Joanna Joao Joaquin Jodi Jodie Joe Joel Johan Johannes John Johnathan Johnny Joko Jon Jonas Jonatan Jonathan
    Jordi Jorge Jose Joseph Josephine Josh Joshua José Joyce Juan Judith Judy Julia Julian Julie Julius Junichiro
    Jurgen Justin Jusuf Jürg Jürgen Kamala Karen Karim Karin Karl Kaspar Kate Katharina Katherine Kathleen Kathryn
    Kathy Katie Katsuya Katy Kazuo Keir Keith Kelly Kellyanne Kenji Kenneth Kenta Kevin Khalid Khalifa Kieran Kimberly
    Kiran Kirill Kirk Kirsten Kirstjen Klaus Koji Kolinda Konstantin Kris Kristen Kristin Ksenia Kunio Kurt Kyle Kylie
    Lance Lara Larry Lars Laura Lauren Laurent Laurie Lawrence Leah Leandro Leila Lena Leo Leon Leonard Leonardo
    Leonid Leopold Leslie Liam Linda Lindsey Lionel Lisa Lloyd Lorenzo Loretta Lorraine Louis Louisa Louise Luca Lucas
    Lucia Lucy Ludwig Luigi Luis Luiz Luka Lukas Luke Lydia Lyndon Lynn Lyudmila Maggie Magnus Mahathir Mahmoud
    Maithripala Makoto Malala Malcolm Manuel Marc Marcel Marcelo Marcia Marco Marcus Margaret Margarita Margot Maria
    Marian Mariana Mariano Marie Marilyn Marina Marine Mario Marion Marisa Marise Marissa Mark Marko Marlene Marta
    Martha Martina Marvin Mary Masako Massimo Mateo Mathieu Matt Matteo Matthew Matthias Maureen Maurice Mauricio
    Maurizio Maxim Maximilian Maya Meenakshi Megan Megawati Meghan Mehdi Mehmet Melania Melinda Melissa Mette Mevlut
    Michael Micheal Michel Michele Michelle Michiko Mick Miguel Mike Mikhail Mira Miriam Mitch Mitt Mohamad Mohamed
    Mohammad Mohammed Mohd Molly Monica Morgan Morteza Moses Moshe Muammar Muhammad Muhammed Muhyiddin Mukesh Murat
    Murray Mustafa Nadia Nadine Najib Naledi Nancy Naomi Naoto Narendra Narongsak Naruhito Nasser Natalia Natalie
    Natalya Natasha Nathalie Nathan Nattawut Nawaz Neil Nelly Nelson Nenad Neville Nicholas Nick Nicola Nicolai
    Nicolas Nicole Nicolás Nigel Nikita Nikki Nikolai Nikolas Nikolay Nina Noel Noor Norbert Noriko Norman Novak Numan
    Nurettin Oksana Olaf Oleg Olga Oliver Olivia Olivier Omar Omran Oprah Osama Oscar Otis Otto Ousmane Pablo Paiboon
    Pamela Panos Pany Paolo Parvathaneni Pascal Patrice Patricia Patrick Patrik Patti Paul Paula Paulo Pavel Pedro
    Peggy Penny Percy Perfecto Pete Peter Petr Petro Phil Philip Philipp Philippe Phillip Pierluigi Pierre Prabowo
    Pranab Prawit Prayut Prayuth Priscilla Putin Pyotr Rachel Rafael Raheem Rahul Raj Rajesh Rajiv Ralf Ralph Rami
    Ramon Randall Randolph Randy Raphael Rashid Raul Raveesh Raymond Rebecca Recep Regina Reginald Reince Reiner
    Reinhard Rene René Retno Rex Reynaldo Reza Rhonda Ricardo Richard Rick Rita Riyad Rob Robbie Robert Roberto Robin
    Rod Roderick Rodrigo Roger Roland Rolando Rolf Ron Ronald Rory Rosa Rosalind Rosemary Rosie Rosmah Ross Rowan
    Roxana Roy Ruben Rubén Rudolf Rudy Rupert Ruslan Russel Ruth Ruwan Ryan Rémy Saad Sabine Sabrina Saddam Sadiq
    Saifuddin Sajid Sally Salman Samantha Sami Samuel Sandra Sanjay Sanna Sara Sarah Satoshi Saul Saysomphone Scarlett
    Scott Sean Sebastian Serena Serge Sergei Sergey Sergio Seth Shakira Shane Shannon Sharon Shaun Sheila Shekha
    Shelby Sheldon Shelly Sherry Shigeki Shigeru Shinji Shinzo Shirley Shiv Sidney Sigal Sigmar Silvia Silvio Simon
    Siti Somsak Sonexay Sonia Sonny Sophie Soraya Srivara Stacy Staffan Stanislav Stanley Stefan Stefano Stella
    Stephan Stephane Stephanie Stephen Steve Steven Stewart Stuart Sudhir Sukhumbhand Sunil Surachate Susan Susana
    Sushma Susilo Suthida Sutopo Suzanne Sven Svetlana Syed Sylvester Sylvia Takashi Takeshi Tamara Tanya Tara Tarek
    Tariq Taro Tatiana Tatyana Taylor Tayyip Ted Tedros Teodoro Teresa Terry Tetsuo Thaksin Theodore Theresa Thierry
    Thomas Thongloun Thongsing Tim Timothy Tina Tobias Todd Tom Tomas Tomasz Tommy Tomomi Tony Toru Tracy Travis
    Trevor Tricia Tyler Ulrich Ursula Usman Uwe Vaclav Vadim Valentina Valerie Valery Valérie Vanessa Vasily Vassily
    Venkaiah Vera Vernon Veronica Vicky Victor Vijay Viktor Vince Vincent Vincenzo Vipin Vitaly Vivek Vivian Vlad
    Vladimir Volodymyr Walid Wallace Walter Warren Wayne Wendell Wendy Werner Wesley Wilbur Wilhelm Willem William
    Willy Winston Wolfgang Woody Xavier Xaysomphone Yaakov Yahya Yasmin Yasser Yasumasa Yasuo Yeong Yevgeny Yingluck
    Yoko Yoshihide Yoshiro Yoshitaka Yukio Yulia Yuri Yuriko Yury Yusuf Yvonne Zac Zachary Zeid Zinedine Zlatan Zoe
    Zoran Al Trent
    """)

# Those of them that only women bear: so the 20,000 articles' "bà" and "ông" say, and common ones beside.
WOMEN = words("""
    Abigail Akie Alice Alicia Alison Allison Amanda Amber Amelia Amy Angela Angelina Anita Ann Anna Anne Annie
    Audrey Barbara Beatrice Betty Bonnie Bridget Brigitte Camilla Carmen Carol Carola Caroline Carrie Catherine
    Cecilia Charlotte Cheryl Chloe Christina Christine Chrystia Cindy Claire Claudia Cristina Cynthia Daisy
    Danielle Debbie Deborah Denise Diana Dolores Donna Doris Dorothy Ebba Edith Elaine Eleanor Elena Elisa Eliza
    Elizabeth Ellen Emily Emma Erin Erna Esther Eugenie Eva Evelyn Farhana Farzana Federica Fiona Gina Gloria Grace
    Halimah Hannah Harriet Heather Helen Hillary Ilhan Ingrid Irene Irina Iris Isabel Isabella Isabelle Ivana
    Ivanka Jacinda Jane Janet Janice Jasmine Jeanne Jeannie Jennifer Jenny Jessica Jill Joan Joanna Jodie Josephine
    Judith Judy Julia Julie Kamala Karen Karin Kate Katherine Kathleen Kathy Katie Kellyanne Kimberly Kirsten
    Kirstjen Kolinda Kristen Ksenia Lara Laura Lena Linda Lisa Loretta Louise Lucia Lucy Lyudmila Maggie Marcia
    Margaret Margarita Margot Maria Marilyn Marina Marine Marise Marlene Marta Martha Mary Masako Maureen Maya
    Megan Meghan Melania Melinda Melissa Mette Michelle Michiko Mira Molly Monica Nadia Naledi Nancy Natalia
    Natalie Natasha Nicole Nikki Nina Olga Olivia Oprah Patricia Paula Priscilla Rachel Rebecca Rita Rosa Rosemary
    Rosie Rosmah Ruth Sabine Sally Samantha Sandra Sara Sarah Serena Sharon Shirley Silvia Siti Sonia Sophie Soraya
    Stella Stephanie Susan Susana Sushma Suzanne Svetlana Sylvia Tamara Tanya Tara Tatiana Tatyana Teresa Theresa
    Tina Tomomi Tricia Ursula Valerie Vanessa Vera Veronica Wendy Yingluck Yoko Yulia Yuriko Yvonne Zoe
    """)

# Chinese and Korean family names as those languages write them: they stand first in the name.
EAST_ASIAN_FAMILY = words("""
    Zhang Wang Liu Chen Shen Huang Zhu Zhou Zhao Jiang Feng Deng Peng Xu Xie Wu Yuan Guo Luo Hu Lin Lee Kim Jeong Yoon
    Kwon Yoo Choe Choi Hwang Kang Jung Jang Baek Noh Ryu Shin Ri Pak Hyon Moon Cho Chung
    """)

# Companies, ships, clubs and places whose names begin like a person's.
NAMED_AFTER_PERSONS = words(
    """
    Lockheed Martin|Louis Vuitton|Christian Dior|Tommy Hilfiger|Calvin Klein|Jack Daniel|Johnnie Walker|Philip Morris|
    Harley Davidson|Harley - Davidson|Harley-Davidson|Aston Martin|Michael Kors|Charles de Gaulle|Charles De Gaulle|
    Carl Vinson|George Washington|John S. McCain|Theodore Roosevelt|Harry Truman|Abraham Lincoln|
    Johns Hopkins|Merrill Lynch|Morgan Stanley|Sam Sung|Tom Yum|Roland Garros|Santiago Bernabeu|Jose Marti|Karl Marx|
    Marie Claire|Charlie Hebdo|Harry Potter|Alexander Nevsky|Pierre Cardin|Hugo Boss|Jimmy Choo
    """,
    "|",
)
